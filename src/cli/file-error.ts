/** Whether an error comes from the file system (no such file, no permission) and can be told to the user as it is. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
