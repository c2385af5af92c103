using Answerable.App.Acts;
using Answerable.App.Procedures;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.Benchmarks.Conduct;

/// <summary>The procedure that the benches' agents work through: a field, a question, a word to the customer and an end.</summary>
internal static class BenchProcedure
{
    public const string Type = "question";

    private static readonly Chart Chart = new(
    [
        new Step("n1", "Take the account")
        {
            Guideline = new Guideline { Approach = "Ask for the account." },
            Fields = [new Field("account", "Account", FieldType.Text, Required: true)],
        },
        new Decision("n2", "At fault") { Question = "Did we get it wrong?", Answers = [new Answer("a1", "Yes"), new Answer("a2", "No", "n4")] },
        new Step("n3", "Explain") { Guideline = new Guideline { Approach = "Say what went wrong." } },
        new Ending("n4", "Explained", Resolved: true),
    ])
    { KeysGiven = 4 };

    public static async Task PublishAsync(Dispatcher dispatcher)
    {
        await DoAsync(dispatcher, new DefineContactType(new ContactType(Type, "Question", Routine: true)));
        var procedure = await DoAsync(dispatcher, new DraftProcedure(Type, Chart));
        await DoAsync(dispatcher, new PublishVersion(procedure, 1, 1));
    }

    public static async Task<TResult> DoAsync<TResult>(Dispatcher dispatcher, IAct<TResult> act, Actor? who = null) =>
        (await dispatcher.DoAsync(act, who ?? Actor.System)).Value;

    /// <summary>What half the steps took no longer than, and nineteen in twenty.</summary>
    public static FormattableString Spread(double[] sorted) =>
        $"{sorted.Length,6:N0} steps   p50 {sorted[sorted.Length / 2],6:0.0} ms   p95 {sorted[(int)(sorted.Length * 0.95)],6:0.0} ms";
}
