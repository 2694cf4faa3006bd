/** Version of this program, as in package.json (a test compares the two). */
export const LAPWING_VERSION = '0.1.0';
