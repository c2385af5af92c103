using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Answerable.Model.Journal;

/// <summary>The facts among some types, and how each is written and read back: under its name now, or under one it had before.</summary>
public sealed class FactForms
{
    private readonly Dictionary<string, Type> _types;
    private readonly Dictionary<Type, string> _names;
    private readonly Dictionary<string, FactUpgrade> _upgrades;

    public FactForms(IEnumerable<Type> types)
    {
        var known = types.Where(type => !type.IsAbstract).ToList();
        _types = known.Where(type => type.IsSubclassOf(typeof(Fact)) && type != typeof(UnreadFact)).ToDictionary(NameOf);
        _names = _types.ToDictionary(pair => pair.Value, pair => pair.Key);
        _upgrades = known.Where(type => type.IsSubclassOf(typeof(FactUpgrade))).Select(type => (FactUpgrade)Activator.CreateInstance(type)!)
            .ToDictionary(upgrade => upgrade.From);
        if (_upgrades.Keys.FirstOrDefault(_types.ContainsKey) is { } taken)
            throw new InvalidOperationException($"'{taken}' is the name of a fact and of an upgrade: a name has one form for good.");
    }

    public IReadOnlyDictionary<string, Type> All => _types;

    /// <summary>Names that are only read: journals of earlier releases hold them.</summary>
    public IReadOnlyCollection<string> Former => _upgrades.Keys;

    public string Name(Fact fact) => fact is UnreadFact unread ? unread.Name : _names[fact.GetType()];

    public string Name(Type fact) => _names[fact];

    public static string Write(Fact fact) =>
        fact is UnreadFact unread ? unread.Body : JsonSerializer.Serialize(fact, fact.GetType(), KeptJson.Options);

    /// <summary>
    /// The fact of this name and body. One that a later version told is no reason to stop: it comes as it stands, not understood, and whoever folds
    /// or shows facts says so of this one and goes on with the others.
    /// </summary>
    public Fact Read(string name, string body)
    {
        try
        {
            return _types.TryGetValue(name, out var type) ? (Fact)JsonSerializer.Deserialize(body, type, KeptJson.Options)!
                : _upgrades.TryGetValue(name, out var upgrade) ? Upgraded(upgrade, body)
                : new UnreadFact(name, body);
        }
        catch (JsonException)
        {
            return new UnreadFact(name, body);
        }
    }

    private Fact Upgraded(FactUpgrade upgrade, string body)
    {
        var changed = JsonNode.Parse(body)!.AsObject();
        upgrade.Change(changed);
        return Read(upgrade.To, changed.ToJsonString());
    }

    private static string NameOf(Type type) =>
        type.GetCustomAttribute<FactNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{type.Name} lacks [FactName].");
}
