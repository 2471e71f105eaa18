import { Nav, NavItem, NavList, PageSidebar, PageSidebarBody } from '@patternfly/react-core';
import { Link, useLocation } from 'react-router-dom';
import { useListedExtensions } from '../extensions/use-resolved-extensions.ts';

/** The dashboard's pages, then those that plugins add with `app.navigation/href`. */
export const DashboardNavigation = () => {
  const { pathname } = useLocation();
  const added = useListedExtensions('app.navigation/href');
  const items = [
    { href: '/', title: 'Projects' },
    { href: '/deploy', title: 'Deploy a model' },
    ...added.map(({ properties }) => ({
      href: String(properties['href']),
      title: String(properties['title']),
    })),
  ];
  return (
    <PageSidebar>
      <PageSidebarBody>
        <Nav aria-label="Global">
          <NavList>
            {items.map(({ href, title }) => (
              <NavItem key={href} isActive={pathname === href}>
                <Link to={href}>{title}</Link>
              </NavItem>
            ))}
          </NavList>
        </Nav>
      </PageSidebarBody>
    </PageSidebar>
  );
};
