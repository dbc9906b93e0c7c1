package dev.recon.bench.brought;

import java.util.List;

/// All domains.
final class Domains {
    static final List<Domain> ALL =
            List.of(
                    new Domain("rent, number in text", Dues::rent),
                    new Domain("loans, number in text", Dues::loans),
                    new Domain("tuition, number in text", Dues::tuition),
                    new Domain("premiums, number in text", Dues::premiums),
                    new Domain("subscriptions, number in text", Dues::subscriptions),
                    new Domain("leases, number in a column", Dues::leases),
                    new Domain("journal with sums of months", Reports::journal),
                    new Domain("ledger with totals of accounts", Reports::accounts),
                    new Domain("supplier's statement with a total", Reports::supplier),
                    new Domain("printed pages with sums carried", Reports::pages),
                    new Domain("tills with sums of days", Reports::tills),
                    new Domain("campaigns in micros", Scales::micros),
                    new Domain("orders in hundredths", Scales::hundredths),
                    new Domain("charges in smallest units", Scales::smallestUnits),
                    new Domain("budget in thousands", Scales::thousands),
                    new Domain("report in rounded thousands", Scales::roundThousands),
                    new Domain("energy in other units", Scales::energy),
                    new Domain("royalties by quarter", Repeats::royalties),
                    new Domain("movements of items", Repeats::movements),
                    new Domain("hours by day", Repeats::hours),
                    new Domain("card terminals by time", Repeats::terminals),
                    new Domain("invoices paid in parts", Parts::instalments),
                    new Domain("fees paid in parts", Parts::members),
                    new Domain("takings less a fee of each sale", Parts::takings),
                    new Domain("orders and a marketplace's lines", Parts::marketplace),
                    new Domain("orders and a payment provider", Trade::orders),
                    new Domain("two ledgers of a group", Trade::intercompany),
                    new Domain("salaries by name", Trade::salaries),
                    new Domain("fuel cards", Trade::fuel),
                    new Domain("trades of securities", Trade::securities),
                    new Domain("gifts by name", Trade::gifts),
                    new Domain("stock booked and counted", Trade::stock),
                    new Domain("rent of careless tenants", Harder::carelessTenants),
                    new Domain("two columns with a total", Harder::twoColumns),
                    new Domain("account between two balances", Harder::balances),
                    new Domain("payouts less fees", Harder::payouts),
                    new Domain("donors by family name", Written::donors),
                    new Domain("list of a host in padded cents", Written::host),
                    new Domain("notations of a shop and a spreadsheet", Written::notations),
                    new Domain("customers by a padded number", Written::customers),
                    new Domain("stock by place with prefixes", Written::places),
                    new Domain("tickets behind an airline's number", Written::tickets));

    private Domains() {}
}
