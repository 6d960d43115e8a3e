import type action from '../../action/en.json';
import type agreement from '../../agreement/en.json';
import type balance from '../../balance/en.json';
import type barrier from '../../barrier/en.json';
import type communication from '../../communication/en.json';
import type continuum from '../../continuum/en.json';
import type dashboard from '../../dashboard/en.json';
import type exchange from '../../exchange/en.json';
import type fund from '../../fund/en.json';
import type history from '../../history/en.json';
import type home from '../../home/en.json';
import type identity from '../../identity/en.json';
import type monitor from '../../monitor/en.json';
import type need from '../../need/en.json';
import type people from '../../people/en.json';
import type plan from '../../plan/en.json';
import type problem from '../../problem/en.json';
import type report from '../../report/en.json';
import type room from '../../room/en.json';
import type schools from '../../schools/en.json';
import type signals from '../../signals/en.json';
import type strategy from '../../strategy/en.json';
import type team from '../../team/en.json';
import type workshop from '../../workshop/en.json';
import type app from '../en.json';

/** Makes `t('plan:title')` a compile error when the English file has no such key. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: {
      action: typeof action;
      agreement: typeof agreement;
      app: typeof app;
      balance: typeof balance;
      dashboard: typeof dashboard;
      continuum: typeof continuum;
      barrier: typeof barrier;
      communication: typeof communication;
      exchange: typeof exchange;
      fund: typeof fund;
      history: typeof history;
      home: typeof home;
      identity: typeof identity;
      need: typeof need;
      monitor: typeof monitor;
      people: typeof people;
      plan: typeof plan;
      problem: typeof problem;
      report: typeof report;
      room: typeof room;
      schools: typeof schools;
      signals: typeof signals;
      strategy: typeof strategy;
      team: typeof team;
      workshop: typeof workshop;
    };
  }
}
