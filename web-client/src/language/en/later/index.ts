import appearance from './appearance.json'
import browse from './browse.json'
import create from './create.json'
import details from './details.json'
import emoji from './emoji.json'
import entry from './entry.json'
import forward from './forward.json'
import invite from './invite.json'
import keys from './keys.json'
import members from './members.json'
import palette from './palette.json'
import pane from './pane.json'
import password from './password.json'
import people from './people.json'
import pins from './pins.json'
import revisions from './revisions.json'
import search from './search.json'
import settings from './settings.json'
import threads from './threads.json'

/** The words of what is loaded when it is first wanted, such as dialogs and panes; see lazyWithWords. */
export default {
  appearance,
  browse,
  create,
  details,
  emoji,
  entry,
  forward,
  invite,
  keys,
  members,
  palette,
  pane,
  password,
  people,
  pins,
  revisions,
  search,
  settings,
  threads,
}
