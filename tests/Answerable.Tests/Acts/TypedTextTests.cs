using System.Reflection;
using System.Runtime.CompilerServices;
using Answerable.App.Acts;
using Answerable.Model.Privacy;

namespace Answerable.Tests.Acts;

/// <summary>No act needs to think of card data: whatever text it has was masked before it is decided.</summary>
public sealed class TypedTextTests
{
    private const string Card = "Anna 4111 1111 1111 1111, CV2 123";
    private const string Kept = "Anna 4111 11** **** 1111, CV2 ***";

    // What must stay to the letter: a new line here is a decision, any other text is masked without one.
    private static readonly string[] ToTheLetter =
    [
        "AcceptInvitation.Again", "AcceptInvitation.Password", "AcceptInvitation.Token", "AddPasskey.Current", "AnswerDecision.Node",
        "BeginImport.FileHash", "BeginImport.Path", "ChangeAnchoring.Path", "ChangeMailSettings.Password", "ChangePassword.Again",
        "ChangePassword.Current", "ChangePassword.Password", "DoStep.Node", "EraseCustomer.Reference", "GoBack.Node", "InvitePerson.Email",
        "MailInvitation.Link", "MailInvitation.Token",
        "RecordCustomer.Reference", "RemovePasskey.Current", "SignIn.Email", "SignIn.Password", "SignInByCode.Stamp",
        "SkipStep.Node", "StartContact.Reference", "TurnSecondFactorOff.Current", "TurnSecondFactorOn.Current", "TurnSecondFactorOn.Key",
    ];

    [Fact]
    public void Every_text_of_every_act_that_people_do_is_masked_but_what_is_compared_to_the_letter()
    {
        var left = new SortedSet<string>(StringComparer.Ordinal);
        var masked = 0;
        foreach (var (act, property) in Texts())
        {
            var typed = RuntimeHelpers.GetUninitializedObject(act);
            property.SetValue(typed, Card);
            if ((string?)property.GetValue(TypedText.Of(typed)) == Kept)
                masked++;
            else
                left.Add($"{act.Name}.{property.Name}");
            Assert.Equal(Card, property.GetValue(typed));
        }
        Assert.Equal(ToTheLetter, left);
        Assert.InRange(masked, 30, 1000);
    }

    public sealed record Held(string Words);
    public sealed record Holding(IReadOnlyList<Held> Several, IReadOnlyList<string> Days, IReadOnlyDictionary<string, string> Fields, object? Other);

    [Fact]
    public void What_an_act_holds_is_masked_too_and_an_act_without_a_card_is_the_very_same()
    {
        var plain = new Holding([new("a"), new("b")], ["c"], new Dictionary<string, string> { ["d"] = "e" }, null);
        Assert.Same(plain, TypedText.Of(plain));
        var typed = plain with
        {
            Several = [new("a"), new(Card)],
            Days = ["c", Card],
            Fields = new Dictionary<string, string> { ["d"] = Card },
            Other = new Held(Card),
        };
        var kept = TypedText.Of(typed);
        Assert.Equal([new Held("a"), new Held(Kept)], kept.Several);
        Assert.Equal(["c", Kept], kept.Days);
        Assert.Equal(Kept, kept.Fields["d"]);
        Assert.True(CardMask.Holds(typed.Days[1]));
    }

    /// <summary>Numbers that the product makes look like a card's now and then.</summary>
    [Fact]
    public void Where_a_file_that_was_brought_is_kept_stays_to_the_letter_and_its_name_does_not()
    {
        var file = new App.Import.KeptFile($"{Card}.csv", "4111111111111111", 1, "in-database:4111111111111111", []);
        Assert.Equal(file with { Name = $"{Kept}.csv" }, TypedText.Of(new App.Import.BringFile("generic-csv", file)).File);
    }

    [Fact]
    public void Keys_of_a_chart_that_an_act_holds_stay_to_the_letter_and_its_words_do_not()
    {
        var step = new Model.Procedures.Step("4111111111111111", Card);
        Assert.Equal(step with { Title = Kept }, TypedText.Of(step));
        Assert.Equal("4111111111111111", TypedText.Of(new Answerable.Model.Procedures.Editing.RemoveNode("4111111111111111")).Key);
    }

    private static IEnumerable<(Type Act, PropertyInfo Property)> Texts() =>
        from act in typeof(Dispatcher).Assembly.GetExportedTypes()
        where act is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
            && act.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IAct<>))
        from property in act.GetProperties()
        where property.PropertyType == typeof(string) && property.CanWrite
        select (act, property);
}
