import type { AddHelpTextContext, Command } from 'commander';

/**
 * Text after the help of a command. `$0` in it becomes how the program is called, so that each example can be copied.
 * @param text begins with a line break
 */
export function helpAfter(text: string): (context: AddHelpTextContext) => string {
  return ({ command }) => text.replaceAll('$0', programOf(command).name());
}

function programOf(command: Command): Command {
  return command.parent ? programOf(command.parent) : command;
}
