import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client, doneOf } from '../api/client';
import type { SourceStanding } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { Form } from '../ui/Form';
import { SelectField } from '../ui/SelectField';
import { localTimeZone, timeZoneOptions } from '../ui/timeZones';

interface CadenceDialogProps {
  readonly standing: SourceStanding;
  readonly onClose: () => void;
  readonly onChanged: () => Promise<void>;
}

const FIELDS = {
  '#/calendar': 'Calendar',
  '#/everyDays': 'Business days',
  '#/dueBy': 'Due by',
  '#/zone': 'Time zone',
};
const PATH = '/api/v1/sources/{sourceId}/cadence';

/** When a source delivers: said by a person, or learnt again. */
export function CadenceDialog({ standing, onClose, onChanged }: CadenceDialogProps) {
  const { cadence } = standing;
  const params = { path: { sourceId: standing.source.id } };
  const [calendar, setCalendar] = useState(cadence?.calendar ?? 'TARGET');
  const [everyDays, setEveryDays] = useState(String(cadence?.everyDays ?? 1));
  const [dueBy, setDueBy] = useState(cadence?.dueBy.slice(0, 5) ?? '09:00');
  const [zone, setZone] = useState(cadence?.isLearnt === false ? cadence.zone : localTimeZone());
  const onSuccess = async () => {
    await onChanged();
    onClose();
  };
  // What was asked for last is what holds.
  const scope = { id: `cadence ${standing.source.id}` };
  const say = useMutation({
    scope,
    mutationFn: () => {
      const body = { calendar, everyDays: Number(everyDays), dueBy, zone };
      return doneOf(client.PUT(PATH, { params, body }));
    },
    onSuccess,
  });
  const learn = useMutation({
    scope,
    mutationFn: () => doneOf(client.DELETE(PATH, { params })),
    onSuccess,
  });
  return (
    <Dialog title="When it delivers" onClose={onClose}>
      <Form
        verb="Save"
        onSubmit={() => say.mutate()}
        isPending={say.isPending}
        error={say.error ?? learn.error}
        fields={FIELDS}
        onCancel={onClose}
      >
        <Field
          label="Business days from one delivery to the next"
          type="number"
          min={1}
          max={400}
          required
          data-autofocus
          value={everyDays}
          onText={setEveryDays}
        />
        <Field label="Due by" type="time" required value={dueBy} onText={setDueBy} />
        <SelectField
          label="Time zone"
          hint="Whose time that is; summer time does not move it"
          value={zone}
          options={timeZoneOptions(zone)}
          onValue={setZone}
        />
        <Field
          label="Calendar"
          required
          hint="Whose business days count: TARGET, a country such as DE, or both: DE+US"
          value={calendar}
          onText={setCalendar}
        />
      </Form>
      {cadence && !cadence.isLearnt && (
        <div>
          <Button size="sm" variant="default" onClick={() => learn.mutate()}>
            Learn it from the deliveries
          </Button>
        </div>
      )}
    </Dialog>
  );
}
