// A district to test in, built through the API alone: three schools, and people of every role
// as they are asked for.
import { Client } from './client';
import type { Role, Schemas } from './contract';
import { schoolFields } from './fields';
import { Server } from './server';

export type SchoolName = 'north' | 'south' | 'closed';

export const password = 'correct horse battery';

const schoolRoles = new Set<Role>(['school_lead', 'school_member']);

export const districtRoles: Role[] = [
  'administrator',
  'district_lead',
  'district_member',
  'facilitator',
  'viewer',
  'consultant',
];
export const allRoles: Role[] = [...districtRoles, 'school_lead', 'school_member'];

export class TestDistrict {
  private readonly signedIn = new Map<string, Promise<Client>>();
  private invited = 0;

  private constructor(
    readonly server: Server,
    /** The administrator who set the district up. */
    readonly admin: Client,
    readonly id: string,
    /** An elementary and a middle school, and one that is closed. */
    readonly schools: Record<SchoolName, Schemas['School']>,
  ) {}

  static async build(server: Server): Promise<TestDistrict> {
    const admin = new Client(server);
    await admin.ok('setUp', {
      body: {
        district: { code: '01010', name: 'Birch Lake Public Schools' },
        person: { name: 'Ada Admin', email: 'admin@example.org', password },
      },
    });
    return TestDistrict.of(admin);
  }

  /** The district of an administrator, with its schools. */
  static async of(admin: Client): Promise<TestDistrict> {
    if (!admin.district) throw new Error('the administrator has no district');
    const make = (fields: Partial<Schemas['SchoolFields']>) =>
      admin.ok('createSchool', { body: schoolFields(fields) });
    return new TestDistrict(admin.server, admin, admin.district, {
      north: await make({ code: '00101', name: 'North Elementary', level: 'elementary' }),
      south: await make({ code: '00102', name: 'South Middle', level: 'middle' }),
      closed: await make({ code: '00103', name: 'Old Mill School', status: 'closed' }),
    });
  }

  /** Starts a server as well; `stop` ends it. */
  static async start(settings: Record<string, string> = {}): Promise<TestDistrict> {
    const server = await Server.start(settings);
    try {
      return await TestDistrict.build(server);
    } catch (problem) {
      await server.stop();
      throw problem;
    }
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  /** Somebody with this role (of this school), signed in; the same person each time. */
  as(role: Role, school: SchoolName = 'north'): Promise<Client> {
    const grant = schoolRoles.has(role)
      ? { role, school_id: this.schools[school].id }
      : { role, school_id: null };
    const key = `${role} ${grant.school_id}`;
    let client = this.signedIn.get(key);
    if (!client) {
      client = this.signedInPerson({ name: nameOf(role, school), grants: [grant] });
      this.signedIn.set(key, client);
    }
    return client;
  }

  /** A new person who has accepted their invitation. */
  async signedInPerson(fields: Partial<Schemas['PersonFields']>): Promise<Client> {
    const person = await this.person(fields);
    const client = new Client(this.server);
    await client.ok('acceptInvitation', {
      path: { token: await this.invite(person.id) },
      body: { password },
    });
    client.district = this.id;
    return client;
  }

  /** A new person without a password. */
  person(fields: Partial<Schemas['PersonFields']> = {}): Promise<Schemas['Person']> {
    this.invited += 1;
    return this.admin.ok('createPerson', {
      body: {
        email: `person${this.invited}@${this.id}.example.org`,
        name: `Person ${this.invited}`,
        title: '',
        active: true,
        grants: [],
        ...fields,
      },
    });
  }

  /** The secret of a new invitation. */
  async invite(person: string): Promise<string> {
    const { items } = await this.admin.ok('invitePeople', { body: { person_ids: [person] } });
    const token = items[0]?.link.split('/').at(-1);
    if (!token) throw new Error('no link in the invitation');
    return token;
  }

  /** A client that nobody has signed in with. */
  stranger(): Client {
    const client = new Client(this.server);
    client.district = this.id;
    return client;
  }

  /** How many changes the history holds: to show that nothing was written. */
  async historyLength(): Promise<number> {
    const { items } = await this.admin.ok('listHistory', { query: { limit: 1 } });
    return items[0]?.seq ?? 0;
  }
}

function nameOf(role: Role, school: SchoolName): string {
  const title = role.replace('_', ' ');
  return schoolRoles.has(role) ? `${school} ${title}` : title;
}
