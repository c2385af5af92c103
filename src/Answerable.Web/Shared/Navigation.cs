using Answerable.Model.Contacts;
using Answerable.Model.People;

namespace Answerable.Web.Shared;

/// <summary>The loop as navigation: Design, Deliver, Monitor, Improve, with Plan, Comply and People beside it. Only what works and is open to the one who looks.</summary>
internal static class Navigation
{
    public sealed record Entry(string Name, string Url, string Icon, Permission Permission);

    public sealed record Group(string Name, IReadOnlyList<Entry> Entries);

    private static readonly Group[] Groups =
    [
        new("", [new("Home", "/", "home", Permission.SignedIn)]),
        new("Design",
        [
            new("Contact types", "/contact-types", "list-check", Permission.ReadProcedures),
            new("Procedures", "/procedures", "route", Permission.ReadProcedures),
            new("Authority", "/authority", "key", Permission.ReadAuthority),
        ]),
        new("Deliver",
        [
            new("Desk", "/desk", "headset", Permission.HandleContacts),
            new("Referrals", "/referrals", "arrow-up", Permission.TakeReferrals),
        ]),
        new("Monitor",
        [
            new("Measures", "/measures", "chart-bar", Permission.ReadMeasures),
            new("Agents", "/agents", "users", Permission.ReadMeasures),
            new("Contacts", "/contacts", "list-check", Permission.ReadContacts),
            new("Import", "/imports", "file-import", Permission.ImportData),
        ]),
        new("Plan", [new("Workbench", "/workbench", "adjustments", Permission.Plan)]),
        new("Comply", [new("Erasure", "/customers/erasure", "trash", Permission.EraseCustomers)]),
        new("People", [new("People and teams", "/people", "users", Permission.ReadPeople)]),
        new("Administer", [new("Keys", "/keys", "key", Permission.AdministerSystem)]),
    ];

    public static IEnumerable<Group> For(Actor who) => Groups
        .Select(group => new Group(group.Name, group.Entries.Where(entry => who.May(entry.Permission)).ToArray()))
        .Where(group => group.Entries.Count > 0);

    public static bool IsCurrent(Entry entry, PathString path) =>
        entry.Url == "/" ? path == "/" : path.StartsWithSegments(entry.Url);
}
