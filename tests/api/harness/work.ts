// Barriers, communications, commitments, decisions, procedures and skills of a school or the district.
import type { TestDistrict } from './district';
import {
  barrierFields,
  commitmentFields,
  communicationFields,
  decisionFields,
  deliveryFields,
  procedureFields,
  skillFields,
} from './fields';

/** One of each, by the name it has in paths. Commitments are between the district and a school. */
export async function workOf(
  { admin }: TestDistrict,
  school: string | null,
  team: string,
): Promise<Record<string, string>> {
  const path = { school: school ?? '' };
  const barrier = school
    ? await admin.ok('createSchoolBarrier', { path, body: barrierFields() })
    : await admin.ok('createBarrier', { body: barrierFields() });
  const communication = school
    ? await admin.ok('createSchoolCommunication', { path, body: communicationFields() })
    : await admin.ok('createCommunication', { body: communicationFields() });
  const delivery = await admin.ok('addDelivery', {
    path: { communication: communication.id },
    body: deliveryFields(),
  });
  const decision = school
    ? await admin.ok('createSchoolDecision', { path, body: decisionFields() })
    : await admin.ok('createDecision', { body: decisionFields() });
  const procedure = school
    ? await admin.ok('createSchoolProcedure', { path, body: procedureFields() })
    : await admin.ok('createProcedure', { body: procedureFields() });
  const skill = await admin.ok('addSkill', { path: { team }, body: skillFields() });
  const commitment: Record<string, string> = school
    ? { commitment: (await admin.ok('createCommitment', { path, body: commitmentFields() })).id }
    : {};
  return {
    barrier: barrier.id,
    communication: communication.id,
    delivery: delivery.id,
    decision: decision.id,
    procedure: procedure.id,
    skill: skill.id,
    ...commitment,
  };
}
