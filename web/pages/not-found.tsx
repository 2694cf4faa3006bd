import { Link } from 'wouter';
import { useTitle } from '../client/title.ts';

/** For addresses that lead nowhere. */
export function NotFoundPage() {
  useTitle('Nothing here');
  return (
    <section className="trouble">
      <h1>There is no such page</h1>
      <p>
        The address may have been cut. <Link href="/">Start from the overview</Link> or{' '}
        <Link href="/documents">from the reports</Link>.
      </p>
    </section>
  );
}
