import { AppShell, Burger, Container, Drawer, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDistrict, useSession } from '@/identity/session';
import { outbox } from '@/offline/outbox';
import { DistrictSwitcher } from './DistrictSwitcher';
import { Nav } from './Nav';
import { NetworkNotice } from './NetworkNotice';
import classes from './Shell.module.css';
import { UserMenu } from './UserMenu';
import { Loading } from './ui/Loading';
import { pageChanged } from './ui/pageFocus';
import { Wordmark } from './ui/Wordmark';

/** Around every page of a district: header, navigation, and the page in the main landmark. */
export function Shell() {
  const { t } = useTranslation();
  const [menuOpen, menu] = useDisclosure(false);
  const main = useRef<HTMLElement>(null);
  const { id } = useDistrict();
  usePageFocus(main.current);
  useLeftBehind();
  useSignedOut();

  return (
    <AppShell
      header={{ height: 64 }}
      navbar={{ width: 264, breakpoint: 'md', collapsed: { mobile: true } }}
      padding={0}
    >
      <a href="#main" className={classes.skip}>
        {t('skip')}
      </a>
      <AppShell.Header className={classes.header}>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="sm">
          <Group wrap="nowrap" gap="sm" className={classes.start}>
            <Burger
              hiddenFrom="md"
              size="sm"
              opened={menuOpen}
              onClick={menu.toggle}
              aria-label={t(menuOpen ? 'menu.close' : 'menu.open')}
              aria-expanded={menuOpen}
            />
            <Link to="/d/$district" params={{ district: id }} className={classes.brand}>
              <Wordmark />
            </Link>
            <DistrictSwitcher />
          </Group>
          <UserMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="md" className={classes.navbar} visibleFrom="md" component="div">
        <Nav />
      </AppShell.Navbar>
      <Drawer
        opened={menuOpen}
        onClose={menu.close}
        hiddenFrom="md"
        size="18rem"
        title={<Wordmark />}
        closeButtonProps={{ 'aria-label': t('menu.close') }}
      >
        <Nav onGo={menu.close} />
      </Drawer>
      <AppShell.Main ref={main} id="main" tabIndex={-1} className={classes.main}>
        <Container size="xl" py={{ base: 'md', sm: 'xl' }} px={{ base: 'md', sm: 'xl' }}>
          <NetworkNotice />
          <Suspense fallback={<Loading page />}>
            <Outlet />
          </Suspense>
        </Container>
      </AppShell.Main>
    </AppShell>
  );
}

/** Not on the first page: there the browser has put the focus where it belongs. */
function usePageFocus(main: HTMLElement | null) {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    pageChanged(main);
  }, [path, main]);
}

/** What an earlier page of this person could not send goes out now. */
function useLeftBehind() {
  const person = useSession()?.person.id;
  useEffect(() => {
    if (person) void outbox.recover(person);
  }, [person]);
}

/** The session ended elsewhere or ran out: sign in and come back to this very page. */
function useSignedOut() {
  const session = useSession();
  const navigate = useNavigate();
  // On the way out already (signing out, or this very redirect): then there is no page to keep.
  const page = useLocation({
    select: ({ pathname, href }) => (pathname.startsWith('/d/') ? href : null),
  });
  useEffect(() => {
    if (!session && page) void navigate({ to: '/sign-in', search: { next: page }, replace: true });
  }, [session, navigate, page]);
}
