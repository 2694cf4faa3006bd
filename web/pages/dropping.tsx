import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { type Adding, useAdding } from '../client/adding.ts';
import { useOverview } from '../client/queries.ts';

/** Fewest characters of a pasted text that can be a report; less is a slip of the keyboard. */
const LEAST = 80;

/** Takes files that are dropped onto any page, and files or a report's text that are pasted outside of a field. */
export function Dropping({ children }: { readonly children: ReactNode }) {
  const adding = useAdding();
  const writable = useOverview().data?.writable ?? true;
  const isOver = useDrops(adding, writable);
  const [, go] = useLocation();
  return (
    <>
      {children}
      {isOver && (
        <div className="over-page" role="status">
          <p>
            {writable ? 'Drop the reports to add them to the case' : 'This case takes no reports: it is open for reading only'}
          </p>
        </div>
      )}
      {adding.problem !== null && (
        <div className="decided" role="alert">
          <p>
            <b>{adding.problem}</b>{' '}
            <button type="button" onClick={() => go('/add')}>
              To the page for adding
            </button>
          </p>
        </div>
      )}
    </>
  );
}

/** Listens to files over the window and to what is pasted. @returns whether files are held over it */
function useDrops(adding: Adding, writable: boolean): boolean {
  const [isOver, setOver] = useState(false);
  const current = useRef({ adding, writable });
  current.current = { adding, writable };
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (current.current.writable && files.length > 0) void current.current.adding.addFiles(files);
    };
    const onPaste = (event: ClipboardEvent) => {
      const isField = event.target instanceof Element && event.target.closest('input,textarea,select') !== null;
      if (isField || !current.current.writable) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain').trim() ?? '';
      if (files.length > 0) void current.current.adding.addFiles(files);
      else if (text.length >= LEAST) void current.current.adding.addText({ name: 'pasted.txt', text });
      else return;
      event.preventDefault();
    };
    addEventListener('dragover', onOver);
    addEventListener('dragleave', onLeave);
    addEventListener('drop', onDrop);
    addEventListener('paste', onPaste);
    return () => {
      removeEventListener('dragover', onOver);
      removeEventListener('dragleave', onLeave);
      removeEventListener('drop', onDrop);
      removeEventListener('paste', onPaste);
    };
  }, []);
  return isOver;
}
