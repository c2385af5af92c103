using Answerable.App;
using Answerable.App.Demo;
using Answerable.Model.People;

namespace Answerable.BrowserTests;

/// <summary>A contact type whose procedure decides a payment, with the kind of decision it demands.</summary>
internal sealed record Payments(string Type, string Kind)
{
    public static async Task<Payments> MakeAsync(Product product)
    {
        var mark = Ids.New().ToString("N")[^6..];
        var made = new Payments($"Missed visit {mark}", $"Visit payment {mark}");
        await using var manager = await SignedInAsync(product, Role.Manager);
        await new Limiting(product, manager).LineAsync(made.Kind);
        await using var designer = await SignedInAsync(product, Role.Designer);
        await new Designing(designer).PaymentProcedureAsync(made.Type, made.Kind);
        return made;
    }

    private static async Task<Visit> SignedInAsync(Product product, Role role) =>
        await (await Visit.StartAsync(product)).SignInAsync(DemoPeople.Accounts.First(person => person.Role == role).Email, DemoAccounts.Password);
}
