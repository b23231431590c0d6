package tidings.system.violations.query.chicken;

import tidings.system.violations.query.egg.Egg;

/** Half of a cycle (R4), and it prints (R11). */
public class Chicken {

    public void lay(Egg egg) {
        System.out.println(egg);
    }
}
