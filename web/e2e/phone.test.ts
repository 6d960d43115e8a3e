import { tellStory } from './story';

delete process.env.TANDEM_TEST_POSTGRESQL;
tellStory('phone, SQLite', { width: 390, height: 844 });
