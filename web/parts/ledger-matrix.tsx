import { Link } from 'wouter';
import { type CaseLedger, STANCES } from '../../src/api/index.ts';
import { STANCE_VERB } from '../../src/wording/index.ts';
import { toClaims } from '../words/links.ts';
import { STANCE_SIGN, stancesLabel, stancesTotal } from '../words/stances.ts';
import { Told } from './names.tsx';

/** Rows and columns that are drawn. */
const MOST = 14;

/** Who says what about whom: a cell counts statements by stance, and leads to them. */
export function LedgerMatrix({ of: { speakers, parties, cells } }: { readonly of: CaseLedger }) {
  const at = new Map(cells.map((cell) => [`${cell.speaker} ${cell.party}`, cell.stances]));
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
                <Link href={toClaims({ party: id })}>
                  <Told>{name}</Told>
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((speaker, row) => (
            <tr key={`${speaker.id} ${speaker.name}`}>
              <th scope="row">
                <Link
                  href={toClaims({ speaker: speaker.id ?? speaker.name })}
                  className={speaker.id === null ? 'unnamed' : undefined}
                >
                  <Told>{speaker.name}</Told>
                </Link>
              </th>
              {columns.map((party, column) => {
                const stances = at.get(`${row} ${column}`);
                return (
                  <td key={party.id}>
                    {stances && (
                      <Link
                        href={toClaims({ speaker: speaker.id ?? speaker.name, party: party.id })}
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
