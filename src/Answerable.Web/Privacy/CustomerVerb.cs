using System.CommandLine;
using System.Text.Json;
using Answerable.App.Privacy;
using Answerable.Model;
using Answerable.Web.CommandLine;

namespace Answerable.Web.Privacy;

internal static class CustomerVerb
{
    private static readonly Argument<string> Reference = new("reference") { Description = "The reference by which other systems know the customer." };
    private static readonly Option<string> Reason = new("--reason") { Description = "Why, such as the date of the request.", Required = true };

    public static Command Create()
    {
        var erase = new Command("erase", "Destroys the key of a customer's personal data. It cannot be undone.")
            { Reference, Reason, OpenedCentre.Json };
        erase.SetAction(EraseAsync);
        return new Command("customer", "Customers and their personal data.") { erase };
    }

    private static async Task<int> EraseAsync(ParseResult asked, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        var outcome = await centre.DoAsync(new EraseCustomer(asked.GetValue(Reference)!, asked.GetValue(Reason)!), stop);
        if (!outcome.Allowed)
            return outcome.Refusals[0] is { Field: nameof(EraseCustomer.Reason) } slip ? Exit.Misused($"--reason: {slip.Text}")
                : Exit.Because(outcome.Refusals[0].Text);
        if (await centre.Services.GetRequiredService<ErasureWiped>().NowAsync(stop) is { } hindrance)
            await Console.Error.WriteLineAsync($"Not yet overwritten in the database's files: {hindrance} A server goes on with it by itself.");
        Console.WriteLine(asked.GetValue(OpenedCentre.Json)
            ? JsonSerializer.Serialize(outcome.Value, JsonSerializerOptions.Web)
            : $"Erased: {Counted.Of(outcome.Value.Keys, "key")} destroyed, "
                + $"{Counted.Of(outcome.Value.Contacts, "contact names", "contacts name")} nobody any more."
                + Beside(outcome.Value));
        return Exit.Done;
    }

    private static string Beside(EraseCustomer.Erasure erasure) => string.Concat(
    [
        erasure.Without == 0 ? ""
            : $" {Counted.Of(erasure.Without, "is open in nobody's hand and goes", "are open in nobody's hand and go")} on without a customer.",
        erasure.InHand.Count == 0 ? ""
            : $" {Counted.Of(erasure.InHand.Count, "is in somebody's hand and goes", "are in somebody's hand and go")} on as somebody new: "
                + $"erase again once ended or left ({string.Join(", ", erasure.InHand)}).",
        .. erasure.Files.Select(file => $"{Environment.NewLine}{file.File} was put away: it names the customer. "
            + $"{(file.Left is { } left ? Counted.Of(left, "row was", "rows were") : "Rows were")} not brought in; bring the file without them."
            + (file.Path is { } path ? $" It lies at {path} still: take the customer out of it, or delete it." : "")),
    ]);
}
