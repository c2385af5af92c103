using Answerable.App.Acts;
using Answerable.Model.Journal;
using Answerable.Model.People;

namespace Answerable.Tests.Journal;

/// <summary>No fact tells card data: what people typed is marked as such in the fact, and every other text is known not to be.</summary>
public sealed class TypedWordsTests
{
    private const string Card = "Anna 4111 1111 1111 1111";
    private const string Kept = "Anna 4111 11** **** 1111";

    // Codes, keys of nodes, hashes, names that other systems gave, sentences of ours, and what a step's fields held,
    // which is masked before it is read. A new line here is a decision: nobody can type into it.
    private static readonly string[] NotTyped =
    [
        "authority.kind-defined.Code", "authority.limit-set.Limit.DecisionKind", "centre.changed.Currency", "centre.changed.Holidays",
        "centre.changed.Zone", "centre.special-day-removed.Queue", "centre.special-day-set.Open", "centre.special-day-set.Queue",
        "centre.week-changed.Days", "centre.week-changed.Queue", "centre.week-removed.Queue", "contact-type.changed.Code",
        "contact-type.changed.Type", "contact-type.changed.What", "contact-type.defined.Code", "contact-type.defined.Type",
        "contact.arrived.Queue", "contact.arrived.Type", "contact.excluded.Reason",
        "contact.queued.Queue", "contact.recorded.Leg", "contact.recorded.Queue", "contact.recorded.Type", "contact.resolved.Ending",
        "contact.typed.Type", "countersignature.asked.Matter", "countersignature.asked.What", "decision.referred.DecisionKind",
        "decision.referred.Step", "decision.referred.Why", "decision.taken.DecisionKind", "decision.taken.Step", "decision.taken.Why",
        "demo.begun.Place", "import.finished.FileHash", "import.finished.Profile", "key.created.Source", "mail.settings-changed.Host",
        "mail.settings-changed.Security", "measures.definition-changed.Kpi", "person.invited.Name", "person.sign-in-refused.Why",
        "procedure.drafted.ContactType", "referral.opened.DecisionKind", "referral.opened.Step", "referral.withdrawn.Why",
        "scenario.rehearsed.Knobs", "scenario.saved.Knobs", "version.edited.Node", "version.published.Chart", "walk.begun.Known.Field",
        "walk.begun.Known.Value", "walk.begun.Node", "walk.broken-off.Node", "walk.decision-answered.Answer", "walk.decision-answered.Label",
        "walk.decision-answered.Node", "walk.decision-answered.To", "walk.finished.Ending", "walk.finished.Node", "walk.note-made.Node",
        "walk.referral-approved.Approval.DecisionKind", "walk.referred.DecisionKind", "walk.referred.Node", "walk.referred.Noted.Field",
        "walk.referred.Noted.Value", "walk.step-done.Node", "walk.step-done.Noted.Field", "walk.step-done.Noted.Value", "walk.step-done.To",
        "walk.step-skipped.Node", "walk.step-skipped.To", "walk.went-back.Node", "walk.went-back.To",
    ];

    private static readonly IReadOnlyList<(string Name, string Property, bool Typed)> Texts =
        [.. FactCatalogue.Forms.All.OrderBy(fact => fact.Key, StringComparer.Ordinal).SelectMany(fact => TextsOf(fact.Key, fact.Value, []))];

    [Fact]
    public void Every_text_of_a_fact_is_marked_as_typed_or_known_not_to_be() =>
        Assert.Equal(string.Join('\n', NotTyped), string.Join('\n', Texts.Where(text => !text.Typed).Select(text => $"{text.Name}.{text.Property}")));

    [Fact]
    public void What_is_marked_as_typed_is_told_with_card_data_masked()
    {
        foreach (var (name, property, _) in Texts.Where(text => text.Typed))
        {
            var context = new ActContext(null!, Actor.System, DateTimeOffset.UnixEpoch);
            var fact = Told(FactCatalogue.Forms.All[name], property);
            context.Happened(fact, default(Guid), FactKind.Live);
            Assert.Contains(Kept, Assert.Single(context.Entries).Body, StringComparison.Ordinal);
            Assert.Contains(Card, FactCatalogue.Write(fact), StringComparison.Ordinal);
        }
        Assert.InRange(Texts.Count(text => text.Typed), 20, 1000);
    }

    private static IEnumerable<(string, string, bool)> TextsOf(string name, Type record, HashSet<Type> seen)
    {
        var typed = TypedAttribute.Of(record);
        foreach (var property in record.GetProperties().Where(one => one.CanWrite).OrderBy(one => one.Name, StringComparer.Ordinal))
            if (property.PropertyType == typeof(string))
                yield return (name, property.Name, typed.Contains(property.Name));
            else if (ElementOf(property.PropertyType) is { } element && element == typeof(string))
                yield return (name, property.Name, false);
            else if (ElementOf(property.PropertyType) is { } held && IsRecord(held) && seen.Add(held))
                foreach (var text in TextsOf($"{name}.{property.Name}", held, seen))
                    yield return text;
    }

    private static Type ElementOf(Type type) => type.IsGenericType ? type.GetGenericArguments()[^1] : type;

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static Fact Told(Type type, string property)
    {
        var made = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!;
        return (Fact)made.Invoke([.. made.GetParameters().Select(part => part.Name == property ? Card : Blank(part.ParameterType))]);
    }

    private static object? Blank(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;
}
