#pragma once
#include "views/list.h"

// The rows of each list.

namespace nastavnik::views {

void list_people(const ListRequest& request, Rows& rows);
void list_mentors(const ListRequest& request, Rows& rows);
void list_mentees(const ListRequest& request, Rows& rows);
void list_pairs(const ListRequest& request, Rows& rows);
void list_programs(const ListRequest& request, Rows& rows);
void list_orders(const ListRequest& request, Rows& rows);
void list_years(const ListRequest& request, Rows& rows);
void list_publications(const ListRequest& request, Rows& rows);
void list_practices(const ListRequest& request, Rows& rows);
void list_partners(const ListRequest& request, Rows& rows);

}  // namespace nastavnik::views
