import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './style/base.css';
import './style/grammar.css';
import './style/parts.css';
import './style/decide.css';
import './style/reader.css';
import './style/views.css';
import './style/print.css';

const place = document.getElementById('page');
if (place === null) throw new Error('the page has no element to be drawn in');

/** What was fetched stays good until something changes the case; a problem is told at once, not tried again behind one's back. */
const client = new QueryClient({
  defaultOptions: { queries: { staleTime: 60_000, retry: false, refetchOnWindowFocus: false } },
});

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
