using Answerable.App.Acts;
using Answerable.App.Journal;
using Answerable.Model.Journal;
using Answerable.Model.Procedures;

namespace Answerable.App.Procedures;

/// <summary>Contact types, held against what was told when they were defined and changed.</summary>
internal sealed class ContactTypesCompared() : RowsCompared<ContactTypeId, ContactTypesCompared.Course, ContactTypeRow>("contact types",
    typeof(ContactTypeDefined), typeof(ContactTypeChanged))
{
    /// <param name="Name">None where an earlier version told that it changed, and not to what; so with whether it is routine.</param>
    /// <param name="Hash">Of all of it; an earlier version told none.</param>
    internal sealed record Course(string Code, string? Name, bool? Routine, string? Hash);

    protected override IEnumerable<(ContactTypeId, Func<Course?, Course?>)> Told(Entry entry, Fact fact)
    {
        var id = ContactTypeId.From(entry.Subject);
        if (fact is ContactTypeDefined defined)
            yield return (id, _ => new Course(defined.Code, defined.Name, defined.Routine, defined.Type));
        else if (fact is ContactTypeChanged changed)
            yield return (id, was => was is null ? null : was with
            {
                Name = changed.What.Contains(ContactTypeText.OfName) ? null : was.Name,
                Routine = changed.What.Contains(ContactTypeText.OfRoutine) ? null : was.Routine,
                Hash = changed.Type,
            });
    }

    protected override ContactTypeId KeyOf(ContactTypeRow row) => row.Id;

    protected override IEnumerable<string> Differences(ContactTypeRow row, Course? told, Comparing at)
    {
        if (told is null)
        {
            yield return $"The contact type {row.Code}, '{row.Name}', is not in the journal.";
            yield break;
        }
        if (row.Code != told.Code || row.Name != (told.Name ?? row.Name) || row.Routine != (told.Routine ?? row.Routine)
            || row.Hash() != (told.Hash ?? row.Hash()))
            yield return $"The contact type {told.Code}, '{row.Name}', is not as the journal tells it.";
        else if (told.Hash is null)
            at.LeaveOpen("Contact types told of by an earlier Answerable, whose boundaries and channels it did not tell");
        if (!string.Equals(row.SortName, row.Name.ToUpperInvariant(), StringComparison.Ordinal))
            yield return $"The name of contact type {row.Code} by which lists are ordered and searched, '{row.SortName}', is not '{row.Name}'.";
    }

    protected override string Missing(ContactTypeId key, Course told) => $"The contact type {told.Code}, which the journal tells of, is missing.";
}
