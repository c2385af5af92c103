using Answerable.Model.People;

namespace Answerable.App.Demo;

/// <summary>By whom a visitor may look round the demo centre: one for each role, all with one password that is no secret.</summary>
public static class DemoAccounts
{
    public const string Place = "Fenwick and Vale";
    public const string Password = PasswordRules.OfDemo;

    public sealed record Account(Role Role, string Name, string Email);

    public static readonly IReadOnlyList<Account> All =
        [.. DemoPeople.Accounts.Select(person => new Account(person.Role, person.Name, person.Email))];

    /// <summary>The demo account of a role's name, as a link to the sign-in page carries it.</summary>
    public static Account? Named(string? role) =>
        All.FirstOrDefault(account => account.Role.ToString().Equals(role, StringComparison.OrdinalIgnoreCase));
}
