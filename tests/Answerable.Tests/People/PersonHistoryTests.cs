using System.Runtime.CompilerServices;
using Answerable.App.People;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.Tests.People;

public sealed class PersonHistoryTests
{
    /// <summary>A name as the journal has it is for machines: each of them has words, whatever stands in it.</summary>
    [Fact]
    public void Whatever_happens_to_a_persons_access_has_words()
    {
        var told = FactCatalogue.Forms.All.Where(known => known.Value != typeof(PresenceChanged)
                && (known.Key.StartsWith("person.", StringComparison.Ordinal) || known.Key.StartsWith("countersignature.", StringComparison.Ordinal)))
            .Select(known => (Fact)RuntimeHelpers.GetUninitializedObject(known.Value)).ToArray();
        Assert.True(told.Length > 12);
        Assert.Empty(told.Where(fact => Words(fact) == FactCatalogue.Name(fact)).Select(FactCatalogue.Name));
    }

    /// <summary>Where what stands in it is missing, there are words all the same, which it would have stood in.</summary>
    private static string Words(Fact fact)
    {
        try
        {
            return PersonHistory.Words(fact, []);
        }
        catch (Exception missing) when (missing is NullReferenceException or ArgumentNullException)
        {
            return "";
        }
    }
}
