namespace Answerable.Model.Journal;

/// <summary>The names of all facts, and how a fact is written in the journal and read back.</summary>
public static class FactCatalogue
{
    public static FactForms Forms { get; } = new(typeof(Fact).Assembly.GetTypes());

    public static string Name(Fact fact) => Forms.Name(fact);

    public static string Write(Fact fact) => FactForms.Write(fact);

    public static Fact Read(string name, string body) => Forms.Read(name, body);
}
