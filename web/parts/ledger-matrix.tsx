import { Link } from 'wouter';
import { type CaseLedger, STANCES } from '../../src/api/index.ts';
import { STANCE_VERB } from '../../src/wording/index.ts';
import { toLedgerClaims } from '../words/links.ts';
import { STANCE_SIGN, stancesLabel, stancesTotal } from '../words/stances.ts';
import { Told } from './names.tsx';

/** Rows and columns that are drawn. */
const MOST = 14;

/** What the row of a speaker goes by: the id, or the words for one that is not named. */
function rowOf({ id, name }: CaseLedger['speakers'][number]): string {
  return id ?? `"${name.toLowerCase()}"`;
}

/** Who says what about whom: a cell counts statements by stance, and leads to them. */
export function LedgerMatrix({
  of: { speakers, parties, cells },
  filters,
}: {
  readonly of: CaseLedger;
  /** What the ledger is narrowed down to; cells keep it. */
  readonly filters: URLSearchParams;
}) {
  const [row, column] = [filters.get('row'), filters.get('column')];
  const counts = new Map(cells.map((cell) => [`${cell.speaker} ${cell.party}`, cell.stances]));
  const rows = speakers.slice(0, MOST);
  const columns = parties.slice(0, MOST);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys
    <section className="scrolls" aria-label="Matrix of speakers and parties" tabIndex={0}>
      <table className="matrix">
        <thead>
          <tr>
            <th scope="col">
              speaker <span aria-hidden="true">\</span> about
            </th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                <Link href={toLedgerClaims({ column: id }, filters)}>
                  <Told>{name}</Told>
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((speaker, at) => (
            <tr key={`${speaker.id} ${speaker.name}`}>
              <th scope="row">
                <Link
                  href={toLedgerClaims({ row: rowOf(speaker) }, filters)}
                  className={speaker.id === null ? 'unnamed' : undefined}
                >
                  <Told>{speaker.name}</Told>
                </Link>
              </th>
              {columns.map((party, place) => {
                const stances = counts.get(`${at} ${place}`);
                return (
                  <td key={party.id} className={rowOf(speaker) === row && party.id === column ? 'on' : undefined}>
                    {stances && (
                      <Link
                        href={toLedgerClaims({ row: rowOf(speaker), column: party.id }, filters)}
                        title={stancesLabel(stances)}
                      >
                        <b>{stancesTotal(stances)}</b>
                        <span className="unseen">
                          : {speaker.name} about {party.name}: {stancesLabel(stances)}
                        </span>
                        <span className="signs" aria-hidden="true">
                          {STANCES.flatMap((stance) =>
                            stances[stance] ? [STANCE_SIGN[stance].repeat(Math.min(4, stances[stance] ?? 0))] : [],
                          )}
                        </span>
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft small">
        {[...new Set(Object.values(STANCE_SIGN))].map((sign) => (
          <span key={sign} className="sign-key">
            <b>{sign}</b>{' '}
            {STANCES.filter((stance) => STANCE_SIGN[stance] === sign)
              .map((stance) => STANCE_VERB[stance])
              .join(', ')}
          </span>
        ))}
      </p>
    </section>
  );
}
