import { api, body, ifMatch, type Schema } from '@/api/client';

/** Who asks: a seat by its token, or (null) somebody by their session. */
export interface RoomPlace {
  district: string;
  workshop: string;
  token: string | null;
}

const pathOf = ({ district, workshop }: RoomPlace) => ({ district, workshop });
const as = ({ token }: RoomPlace) => (token ? { 'X-Seat': token } : {});

export const getDoor = (code: string) =>
  body(api.GET('/rooms/{code}', { params: { path: { code } } }));

export const takeSeat = (code: string, fields: Schema<'SeatFields'>) =>
  body(api.POST('/rooms/{code}/seats', { params: { path: { code } }, body: fields }));

export const getRoom = (place: RoomPlace) =>
  body(
    api.GET('/districts/{district}/workshops/{workshop}/room', {
      params: { path: pathOf(place) },
      headers: as(place),
    }),
  );

export const getRoomPack = (place: RoomPlace) =>
  body(
    api.GET('/districts/{district}/workshops/{workshop}/pack', {
      params: { path: pathOf(place) },
      headers: as(place),
    }),
  );

export const getResults = (place: RoomPlace, step: string) =>
  body(
    api.GET('/districts/{district}/workshops/{workshop}/results/{step}', {
      params: { path: { ...pathOf(place), step } },
      headers: as(place),
    }),
  );

export const changeSeat = (place: RoomPlace, fields: Schema<'SeatFields'>, version: number) =>
  body(
    api.PUT('/districts/{district}/workshops/{workshop}/seat', {
      params: { path: pathOf(place), header: ifMatch(version) },
      headers: as(place),
      body: fields,
    }),
  );

export const leaveSeat = (place: RoomPlace) =>
  body(
    api.DELETE('/districts/{district}/workshops/{workshop}/seat', {
      params: { path: pathOf(place) },
      headers: as(place),
    }),
  );

export const saveAnswer = (
  place: RoomPlace,
  step: string,
  subject: string,
  fields: Schema<'RoomAnswerFields'>,
  version: number,
) =>
  body(
    api.PUT('/districts/{district}/workshops/{workshop}/answers/{step}/{subject}', {
      params: { path: { ...pathOf(place), step, subject }, header: ifMatch(version) },
      headers: as(place),
      body: fields,
      keepalive: true,
    }),
  );

export const addEvidenceFile = (
  place: RoomPlace,
  step: string,
  subject: string,
  fields: Schema<'EvidenceFileFields'>,
  header: { 'Idempotency-Key': string },
) =>
  body(
    api.POST('/districts/{district}/workshops/{workshop}/answers/{step}/{subject}/files', {
      params: { path: { ...pathOf(place), step, subject }, header },
      headers: as(place),
      body: fields,
    }),
  );

export const removeEvidenceFile = (place: RoomPlace, file: string) =>
  body(
    api.DELETE('/districts/{district}/workshops/{workshop}/files/{file}', {
      params: { path: { ...pathOf(place), file } },
      headers: as(place),
    }),
  );

/** A seat's token goes in a header, so that a link would not do: the bytes, to be saved. */
export const getEvidenceFile = async (place: RoomPlace, file: string): Promise<Blob> =>
  (await body(
    api.GET('/districts/{district}/workshops/{workshop}/files/{file}', {
      params: { path: { ...pathOf(place), file } },
      headers: as(place),
      parseAs: 'blob',
    }),
  )) as unknown as Blob;

export const postNote = (place: RoomPlace, fields: Schema<'NoteFields'>, key: string) =>
  body(
    api.POST('/districts/{district}/workshops/{workshop}/notes', {
      params: { path: pathOf(place), header: { 'Idempotency-Key': key } },
      headers: as(place),
      body: fields,
      keepalive: true,
    }),
  );

const notePath = (place: RoomPlace, note: string) => ({ ...pathOf(place), note });

export const editNote = (place: RoomPlace, note: string, text: string, version: number) =>
  body(
    api.PUT('/districts/{district}/workshops/{workshop}/notes/{note}', {
      params: { path: notePath(place, note), header: ifMatch(version) },
      headers: as(place),
      body: { text },
    }),
  );

export const removeNote = (place: RoomPlace, note: string, version: number) =>
  body(
    api.DELETE('/districts/{district}/workshops/{workshop}/notes/{note}', {
      params: { path: notePath(place, note), header: ifMatch(version) },
      headers: as(place),
    }),
  );

export const moveNote = (
  place: RoomPlace,
  note: string,
  fields: Schema<'NotePlaceFields'>,
  version: number,
) =>
  body(
    api.PUT('/districts/{district}/workshops/{workshop}/notes/{note}/place', {
      params: { path: notePath(place, note), header: ifMatch(version) },
      body: fields,
    }),
  );

export const mergeNotes = (place: RoomPlace, note: string, into: string | null, version: number) =>
  body(
    api.PUT('/districts/{district}/workshops/{workshop}/notes/{note}/merge', {
      params: { path: notePath(place, note), header: ifMatch(version) },
      body: { into },
    }),
  );

export const setVote = (place: RoomPlace, note: string, vote: boolean) => {
  const init = { params: { path: notePath(place, note) }, headers: as(place) };
  const path = '/districts/{district}/workshops/{workshop}/notes/{note}/vote' as const;
  return body(vote ? api.PUT(path, init) : api.DELETE(path, init));
};

export const askForTime = (place: RoomPlace) =>
  body(
    api.POST('/districts/{district}/workshops/{workshop}/asks', {
      params: { path: pathOf(place) },
      headers: as(place),
      body: {},
    }),
  );

export const controlRoom = (place: RoomPlace, fields: Schema<'ControlFields'>, version: number) =>
  body(
    api.POST('/districts/{district}/workshops/{workshop}/stage', {
      params: { path: pathOf(place), header: ifMatch(version) },
      body: fields,
    }),
  );

export const setConsensus = (
  place: RoomPlace,
  subject: string,
  fields: Schema<'ConsensusFields'>,
  version: number,
) =>
  body(
    api.PUT('/districts/{district}/workshops/{workshop}/consensus/{subject}', {
      params: { path: { ...pathOf(place), subject }, header: ifMatch(version) },
      body: fields,
    }),
  );

export const createWorkshopAction = (
  place: RoomPlace,
  fields: Schema<'WorkshopActionFields'>,
  header: { 'Idempotency-Key': string },
) =>
  body(
    api.POST('/districts/{district}/workshops/{workshop}/actions', {
      params: { path: pathOf(place), header },
      body: fields,
    }),
  );

export const arrangeGroups = (place: RoomPlace, fields: Schema<'ArrangeFields'>) =>
  body(
    api.POST('/districts/{district}/workshops/{workshop}/arrangement', {
      params: { path: pathOf(place) },
      body: fields,
    }),
  );
