import { useState } from 'react';
import { useLocation } from 'wouter';
import { useAdd } from './queries.ts';
import { lotsOf, type NewDocument, toDocument } from './report-files.ts';

/** Adds reports and goes to where their reading is shown. */
export interface Adding {
  readonly addFiles: (files: readonly File[]) => Promise<void>;
  readonly addText: (document: NewDocument) => Promise<void>;
  readonly isSending: boolean;
  /** What went wrong with sending; what cannot be read in a file is told with the job. */
  readonly problem: string | null;
}

export function useAdding(): Adding {
  const [, go] = useLocation();
  const { mutateAsync: send, isPending } = useAdd();
  const [problem, setProblem] = useState<string | null>(null);
  const add = async (lots: readonly (() => Promise<readonly NewDocument[]>)[]) => {
    setProblem(null);
    const jobs: string[] = [];
    try {
      for (const lot of lots) {
        const { id } = await send({ documents: await lot() });
        jobs.push(id);
        go(`/add?${new URLSearchParams(jobs.map((job) => ['job', job]))}`, { replace: jobs.length > 1 });
      }
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The reports could not be sent.');
    }
  };
  return {
    addFiles: (files) => add(lotsOf(files).map((lot) => () => Promise.all(lot.map(toDocument)))),
    addText: (document) => add([async () => [document]]),
    isSending: isPending,
    problem,
  };
}
