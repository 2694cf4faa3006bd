import { useState } from 'react';
import type { CaseIncidentDetail, ListQuery, TellingLine } from '../../src/api/index.ts';
import { useNearIncidents } from '../client/queries.ts';
import { IncidentLine } from '../parts/incident-line.tsx';
import { type Judging, useJudging } from '../parts/judge.tsx';
import { WhyForm } from '../parts/why-form.tsx';
import { daysLater } from '../words/days.ts';

/** Days before and after in which incidents are offered for merging. */
const NEAR = 5;
/** Most of them. */
const OFFERED = 20;

/** Takes a telling out of an incident: it tells of something else. */
export function SplitTelling({ of, telling }: { readonly of: CaseIncidentDetail; readonly telling: TellingLine }) {
  const judging = useJudging();
  if (judging === null || of.tellings.length < 2) return null;
  return (
    <WhyForm
      label="Tells of something else"
      confirm="Take it out"
      busy={judging.isBusy}
      onDecide={(_, why) => judging.decide({ kind: 'split', subject: of.id, what: { with: [telling.id] }, why })}
    />
  );
}

/** Whether an id is that of a happening: a threat, a demand or a plan stands for itself under the id of its event. */
function isHappening(id: string): boolean {
  return !id.includes('#');
}

/** Joins other incidents to this one. */
export function MergeIncidents({ of }: { readonly of: CaseIncidentDetail }) {
  const judging = useJudging();
  return judging && isHappening(of.id) && <Merge of={of} judging={judging} />;
}

function Merge({ of, judging }: { readonly of: CaseIncidentDetail; readonly judging: Judging }) {
  const merge = async (given: FormData, why: string | null) => {
    const others = given.getAll('other').map(String);
    if (others.length === 0) return false;
    return judging.decide({ kind: 'merge', subject: of.id, what: { with: others }, why });
  };
  return (
    <WhyForm label="The same as another incident…" confirm="They are one" busy={judging.isBusy} onDecide={merge}>
      <Near of={of} />
    </WhyForm>
  );
}

/** Incidents near in time and with a party in common, to choose from; all near in time where wanted. */
function Near({ of }: { readonly of: CaseIncidentDetail }) {
  const [isWide, setWide] = useState(false);
  const parties = [...of.actors, ...of.recipients].map(({ id }) => id);
  const query: ListQuery = {
    ...(of.day === null ? {} : { from: daysLater(of.day, -NEAR), to: daysLater(of.lastDay ?? of.day, NEAR) }),
    ...(isWide || parties.length === 0 ? {} : { party: parties }),
    limit: OFFERED * 2,
  };
  const answer = useNearIncidents(query, true);
  const others = (answer.data?.items ?? []).filter(({ id }) => id !== of.id && isHappening(id));
  const sameFirst = [...others].sort((a, b) => Number(b.type === of.type) - Number(a.type === of.type)).slice(0, OFFERED);
  return (
    <fieldset className="offered">
      <legend>which</legend>
      {sameFirst.map((incident) => (
        <label key={incident.id}>
          <input type="checkbox" name="other" value={incident.id} />
          <IncidentLine of={incident} judged={false} />
        </label>
      ))}
      {answer.isSuccess && sameFirst.length === 0 && <p className="empty">No other incident is near.</p>}
      <label className="wide">
        <input type="checkbox" checked={isWide} onChange={(event) => setWide(event.target.checked)} /> also those without a
        party in common
      </label>
    </fieldset>
  );
}
