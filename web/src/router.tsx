import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router'
import { Broken } from './frame/Broken.tsx'
import { Home } from './frame/Home.tsx'
import { NotFound } from './frame/NotFound.tsx'
import { parseSearchText, renderSearchText } from './frame/search-text.ts'
import { SignedIn } from './frame/SignedIn.tsx'

type Pages = Record<string, () => Promise<Record<string, RouteComponent>>>

/** Pages anybody may open. Each page is fetched when it is first visited. */
const OPEN_PAGES: Pages = {
  '/sign-in': () => import('./pages/sign-in/SignInPage.tsx'),
  '/sign-in/link': () => import('./pages/sign-in/LinkPage.tsx'),
  '/sign-in/return': () => import('./pages/sign-in/ReturnPage.tsx'),
  '/enrol': () => import('./pages/enrol/EnrolPage.tsx'),
}

/** Pages inside the frame, for people who are signed in. One line per page; the module has one page. */
const FRAMED_PAGES: Pages = {
  '/queue': () => import('./pages/queue/QueuePage.tsx'),
  '/first-run': () => import('./pages/first-run/FirstRunPage.tsx'),
  '/submissions': () => import('./pages/submissions/SubmissionsPage.tsx'),
  '/submissions/$submissionId': () => import('./pages/submission/SubmissionPage.tsx'),
  '/submissions/$submissionId/print': () =>
    import('./pages/submission-print/SubmissionPrintPage.tsx'),
  '/cases': () => import('./pages/cases/CasesPage.tsx'),
  '/cases/$caseId': () => import('./pages/case/CasePage.tsx'),
  '/restricted': () => import('./pages/restricted/RestrictedPage.tsx'),
  '/restricted/$thingId': () => import('./pages/restricted/ClosedThingPage.tsx'),
  '/bulletins': () => import('./pages/bulletins/BulletinsPage.tsx'),
  '/bulletins/$bulletinId': () => import('./pages/bulletin/BulletinPage.tsx'),
  '/bulletins/$bulletinId/release': () => import('./pages/bulletin/release/ReleaseReviewPage.tsx'),
  '/home': () => import('./pages/member-home/MemberHomePage.tsx'),
  '/inbox': () => import('./pages/inbox/InboxPage.tsx'),
  '/inbox/$releaseId': () => import('./pages/release/ReleasePage.tsx'),
  '/my-submissions': () => import('./pages/my-submissions/MySubmissionsPage.tsx'),
  '/my-submissions/$submissionId': () => import('./pages/my-submission/MySubmissionPage.tsx'),
  '/approvals/$approvalId': () => import('./pages/approval/ApprovalPage.tsx'),
  '/community': () => import('./pages/community/CommunityPage.tsx'),
  '/organisations/$organisationId': () => import('./pages/organisation/OrganisationPage.tsx'),
  '/organisation/log': () => import('./pages/own-audit/OwnAuditPage.tsx'),
  '/organisation': () => import('./pages/organisation/OwnOrganisationPage.tsx'),
  '/agreements/$agreementId': () => import('./pages/agreement-print/AgreementPrintPage.tsx'),
  '/knowledge': () => import('./pages/knowledge/KnowledgePage.tsx'),
  '/statistics': () => import('./pages/statistics/StatisticsPage.tsx'),
  '/audit': () => import('./pages/audit/AuditPage.tsx'),
  '/settings': () => import('./pages/settings/SettingsPage.tsx'),
  '/machines': () => import('./pages/machines/MachinesPage.tsx'),
}

export function makeRouter() {
  const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: Broken })
  const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: SignedIn })
  const home = createRoute({ getParentRoute: () => frame, path: '/', component: Home })
  const framed = Object.entries(FRAMED_PAGES).map(([path, load]) =>
    createRoute({ getParentRoute: () => frame, path, component: lazyPage(load) }),
  )
  const open = Object.entries(OPEN_PAGES).map(([path, load]) =>
    createRoute({ getParentRoute: () => root, path, component: lazyPage(load) }),
  )
  return createRouter({
    routeTree: root.addChildren([frame.addChildren([home, ...framed]), ...open]),
    parseSearch: parseSearchText,
    stringifySearch: renderSearchText,
    defaultErrorComponent: Broken,
    defaultNotFoundComponent: NotFound,
    defaultPreload: 'intent',
    scrollRestoration: true,
  })
}

/** The page's module has one export: its component. */
function lazyPage(load: Pages[string]): RouteComponent {
  return lazyRouteComponent(async () => {
    const [Page] = Object.values(await load())
    if (Page === undefined) throw new Error('a page module exports nothing')
    return { default: Page }
  })
}
