import type { Chance } from './chance.ts';

/** What of an input breaks a promise, in words; empty where all holds. What it throws counts too. */
export type Check = (input: Uint8Array) => Promise<readonly string[]>;

/** A way into the program that takes what others wrote. */
export interface Target {
  /** Also the folder of its inputs in the corpus. */
  readonly name: string;
  /** Cases tried on every run of the tests: a few seconds' worth. */
  readonly cases: number;
  /** An input, most of them nearly sound. The same chance makes the same one. */
  make(chance: Chance): Uint8Array;
  /** Loads what the check needs. */
  open(): Promise<Check>;
}
