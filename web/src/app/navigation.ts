import {
  IconActivityHeartbeat,
  IconBarrierBlock,
  IconBooks,
  IconBuildingCommunity,
  IconChartLine,
  IconChecklist,
  IconCoins,
  IconFileImport,
  IconFiles,
  IconGavel,
  IconHeartHandshake,
  IconHistory,
  IconHome,
  IconLayoutDashboard,
  IconListCheck,
  IconMap2,
  IconMessages,
  IconPresentation,
  IconSchool,
  IconStack2,
  IconStairs,
  IconTargetArrow,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { ADMIN, type Role } from '@/identity/session';

/** The places of the product in the order of the work. `for`: only these roles use it. */
export const navigation = [
  {
    group: 'overview',
    places: [
      { to: '/d/$district', name: 'home', icon: IconHome },
      { to: '/d/$district/dashboard', name: 'dashboard', icon: IconLayoutDashboard },
      { to: '/d/$district/signals', name: 'signals', icon: IconActivityHeartbeat },
    ],
  },
  {
    group: 'together',
    places: [
      { to: '/d/$district/workshops', name: 'workshops', icon: IconPresentation },
      { to: '/d/$district/continuum', name: 'continuum', icon: IconStairs },
      { to: '/d/$district/rounds', name: 'rounds', icon: IconChecklist },
      { to: '/d/$district/decisions', name: 'decisions', icon: IconGavel },
      { to: '/d/$district/commitments', name: 'commitments', icon: IconHeartHandshake },
    ],
  },
  {
    group: 'plan',
    places: [
      { to: '/d/$district/needs', name: 'needs', icon: IconTargetArrow },
      { to: '/d/$district/plan', name: 'plan', icon: IconMap2 },
      { to: '/d/$district/library', name: 'library', icon: IconBooks },
      { to: '/d/$district/initiatives', name: 'initiatives', icon: IconStack2 },
      { to: '/d/$district/money', name: 'money', icon: IconCoins },
    ],
  },
  {
    group: 'work',
    places: [
      { to: '/d/$district/actions', name: 'actions', icon: IconListCheck },
      { to: '/d/$district/barriers', name: 'barriers', icon: IconBarrierBlock },
      { to: '/d/$district/communication', name: 'communication', icon: IconMessages },
      { to: '/d/$district/monitoring', name: 'monitoring', icon: IconChartLine },
    ],
  },
  {
    group: 'district',
    places: [
      { to: '/d/$district/teams', name: 'teams', icon: IconUsersGroup },
      { to: '/d/$district/schools', name: 'schools', icon: IconSchool },
      { to: '/d/$district/people', name: 'people', icon: IconUsers },
      { to: '/d/$district/import', name: 'import', icon: IconFileImport, for: ADMIN as Role[] },
      { to: '/d/$district/documents', name: 'documents', icon: IconFiles },
      { to: '/d/$district/history', name: 'history', icon: IconHistory },
    ],
  },
] as const;

export const DistrictIcon = IconBuildingCommunity;
