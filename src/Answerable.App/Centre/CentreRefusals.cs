using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.Journal;

namespace Answerable.App.Centre;

internal static class CentreRefusals
{
    public static IEnumerable<Refusal> Changed(CentreRow row, long? revision)
    {
        if (ChangedMeanwhile.Of(revision, row.Revision) is { } changed)
            yield return changed;
    }

    /// <summary>Puts a change on record: the row's revision, the journal, and the word to all who remember the centre.</summary>
    public static void Change(this CentreInForce centre, CentreRow row, ActContext context, Fact fact)
    {
        row.Revision++;
        context.Happened(fact, CentreId.TheOne);
        centre.Changing();
    }
}
