import account from './account.json'
import actions from './actions.json'
import announce from './announce.json'
import browse from './browse.json'
import channels from './channels.json'
import closed from './closed.json'
import code from './code.json'
import commands from './commands.json'
import composer from './composer.json'
import connection from './connection.json'
import create from './create.json'
import deletion from './deletion.json'
import details from './details.json'
import dialog from './dialog.json'
import edit from './edit.json'
import emoji from './emoji.json'
import failure from './failure.json'
import forward from './forward.json'
import join from './join.json'
import markdown from './markdown.json'
import members from './members.json'
import notice from './notice.json'
import nowhere from './nowhere.json'
import outbox from './outbox.json'
import password from './password.json'
import people from './people.json'
import permalink from './permalink.json'
import pins from './pins.json'
import presence from './presence.json'
import problem from './problem.json'
import rail from './rail.json'
import reactions from './reactions.json'
import reading from './reading.json'
import removal from './removal.json'
import search from './search.json'
import settings from './settings.json'
import sidebar from './sidebar.json'
import slowMode from './slowMode.json'
import suggest from './suggest.json'
import threads from './threads.json'
import timeline from './timeline.json'
import toast from './toast.json'
import typing from './typing.json'

/**
 * What comes with the page. One file per feature, so that each keeps its words together; those that only
 * dialogs and panes show are in `later/`.
 */
export default {
  cancel: 'Cancel',
  account,
  actions,
  announce,
  browse,
  channels,
  closed,
  code,
  commands,
  composer,
  connection,
  create,
  delete: deletion,
  dialog,
  details,
  edit,
  emoji,
  failure,
  forward,
  join,
  members,
  markdown,
  notice,
  nowhere,
  outbox,
  password,
  people,
  presence,
  pins,
  permalink,
  problem,
  rail,
  reactions,
  reading,
  removal,
  search,
  settings,
  sidebar,
  slowMode,
  suggest,
  threads,
  timeline,
  toast,
  typing,
}
