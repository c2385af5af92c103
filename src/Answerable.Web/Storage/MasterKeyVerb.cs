using System.CommandLine;
using System.Security.Cryptography;
using Answerable.App.Storage;
using Answerable.Model;
using Answerable.Web.CommandLine;

namespace Answerable.Web.Storage;

internal static class MasterKeyVerb
{
    public static Command Create()
    {
        var renew = new Command("renew", "Exchanges the master key and wraps all keys of the database anew. Servers are stopped meanwhile.");
        renew.SetAction(RenewAsync);
        var make = new Command("make", "Prints a new key, to be given in ANSWERABLE_KEY.");
        make.SetAction(_ =>
        {
            Console.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            return Exit.Done;
        });
        return new Command("master-key", "The key outside the database that opens those in it.") { renew, make };
    }

    private static async Task<int> RenewAsync(ParseResult asked, CancellationToken stop)
    {
        await using var centre = await OpenedCentre.OpenAsync(asked, stop);
        var wrapped = await centre.Services.GetRequiredService<MasterKeyRenewal>().RunAsync(stop);
        var place = centre.Services.GetRequiredService<KeyPlace>();
        Console.WriteLine($"{Counted.Of(wrapped, "secret is", "secrets are")} wrapped anew. " + (place.IsGiven
            ? "Take the old key out of ANSWERABLE_KEY now."
            : $"The new key is in {place.File}: keep a copy apart, and the old one only as long as you keep backups of before."));
        return Exit.Done;
    }
}
