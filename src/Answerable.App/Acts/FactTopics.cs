using Answerable.App.Storage;
using Answerable.Model.Journal;

namespace Answerable.App.Acts;

/// <summary>What live pages hear of what acts put on record: that facts of a name were told, and not what they say.</summary>
public static class FactTopics
{
    public static string Of<TFact>() where TFact : Fact => Of(FactCatalogue.Forms.Name(typeof(TFact)));

    internal static IEnumerable<Notice> Told(IEnumerable<Entry> entries) => entries.Select(entry => entry.Name).Distinct()
        .Select(name => new Notice(Of(name), ""));

    private static string Of(string name) => $"fact:{name}";
}
