import { type Command, Option } from 'commander';

/** The option by which a user brings actors; given once for each file. */
export interface ActorOptions {
  readonly actors?: readonly string[];
}

/** Adds `--actors FILE` to a command. */
export function addActorOption(command: Command): Command {
  return command.addOption(
    new Option(
      '--actors <file>',
      'actors of your own, a table like that of "actors suggest" or a PETRARCH dictionary; give it again for more, the first wins',
    ).argParser((path: string, before: readonly string[] = []) => [...before, path]),
  );
}
