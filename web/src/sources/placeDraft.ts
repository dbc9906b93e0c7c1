import type { NewPlace, SourcePlace } from '../api/types';

export type PlaceKind = 'sftp' | 's3' | 'database';

/** A place while somebody writes it: every field is a text. */
export interface PlaceDraft {
  readonly kind: PlaceKind;
  readonly driver: string;
  readonly host: string;
  readonly port: string;
  readonly username: string;
  readonly folder: string;
  readonly pattern: string;
  readonly hostKey: string;
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly database: string;
  readonly query: string;
  readonly encrypted: boolean;
  readonly secret: string;
  readonly everyMinutes: string;
  readonly isOn: boolean;
}

/** What a part of the form is given: the draft, and what to do with a change of it. */
export interface PlaceFieldsProps {
  readonly draft: PlaceDraft;
  readonly onDraft: (draft: PlaceDraft) => void;
}

const PORTS: Record<PlaceKind, string> = { sftp: '22', s3: '', database: '5432' };

const EMPTY: PlaceDraft = {
  kind: 'sftp',
  driver: 'postgresql',
  host: '',
  port: PORTS.sftp,
  username: '',
  folder: '/',
  pattern: '*',
  hostKey: '',
  endpoint: '',
  region: 'eu-central-1',
  bucket: '',
  prefix: '',
  accessKeyId: '',
  database: '',
  query: '',
  encrypted: true,
  secret: '',
  everyMinutes: '60',
  isOn: true,
};

/** What is there, to be changed; the secret is never sent back. */
export function draftOf(set: SourcePlace | null): PlaceDraft {
  if (!set) return EMPTY;
  const { sftp, s3, database } = set.place;
  const place = sftp ?? s3 ?? database;
  const texts = Object.fromEntries(
    Object.entries(place ?? {}).map(([name, value]) => [
      name,
      typeof value === 'boolean' ? value : String(value ?? ''),
    ]),
  );
  const kind = sftp ? 'sftp' : s3 ? 's3' : 'database';
  return { ...EMPTY, ...texts, kind, everyMinutes: String(set.everyMinutes), isOn: set.isOn };
}

export function withKind(draft: PlaceDraft, kind: PlaceKind): PlaceDraft {
  return { ...draft, kind, port: PORTS[kind] };
}

/** Another server has another key. */
export function withHost(draft: PlaceDraft, change: Partial<PlaceDraft>): PlaceDraft {
  return { ...draft, hostKey: '', ...change };
}

export function bodyOf(draft: PlaceDraft): NewPlace {
  const { kind, host, username, pattern } = draft;
  const port = Number(draft.port);
  const { folder, hostKey, endpoint, region, bucket, prefix, accessKeyId } = draft;
  const { driver, database, query, encrypted } = draft;
  return {
    place: {
      sftp:
        kind === 'sftp'
          ? { host, port, username, folder, pattern, hostKey: hostKey || null }
          : null,
      s3:
        kind === 's3'
          ? { endpoint: endpoint || null, region, bucket, prefix, pattern, accessKeyId }
          : null,
      database:
        kind === 'database' ? { driver, host, port, database, username, query, encrypted } : null,
    },
    secret: draft.secret || null,
    everyMinutes: Number(draft.everyMinutes),
    isOn: draft.isOn,
  };
}

/** Where it is, in one line. */
export function placeWords({ place: { sftp, s3, database } }: SourcePlace): string {
  if (sftp) return `${sftp.pattern} in ${sftp.folder} of ${sftp.host}, as ${sftp.username} (SFTP)`;
  if (s3) return `${s3.pattern} under ${s3.bucket}/${s3.prefix} (S3)`;
  if (database) return `a query of ${database.database} on ${database.host} (${database.driver})`;
  return '';
}
