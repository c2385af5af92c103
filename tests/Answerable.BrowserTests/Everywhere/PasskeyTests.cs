using System.Text.Json;
using Answerable.App.Demo;
using Answerable.Model.People;
using Microsoft.Playwright;

namespace Answerable.BrowserTests.Everywhere;

/// <summary>A passkey of a device that the browser makes up (its virtual authenticator), from making it to removing it.</summary>
public sealed class PasskeyTests(Product product) : BrowserTest(product)
{
    [Fact]
    public async Task It_is_made_renamed_signs_in_without_a_password_is_refused_when_replayed_and_opens_nothing_once_removed()
    {
        // Somebody whom no other test works as: a new passkey ends whoever's other sessions.
        var person = Person(Role.Verifier);
        await Product.OpenedAsync();
        // Passkeys are of a name, never of a number.
        var address = Product.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await using var visit = await Visit.StartAsync(Product, address: address);
        var device = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = JsonSerializer.SerializeToElement(new
            {
                protocol = "ctap2",
                transport = "internal",
                hasResidentKey = true,
                hasUserVerification = true,
                isUserVerified = true,
                automaticPresenceSimulation = true,
            }),
        });
        await visit.SignInAsync(person.Email, DemoAccounts.Password);
        await visit.Page.GotoAsync("/account/passkeys");
        await visit.Field("What you call it").FillAsync("My telephone");
        await visit.Field("Your password").FillAsync(DemoAccounts.Password);
        await visit.Button("Add a passkey").ClickAsync();
        await Assertions.Expect(visit.Field("Name of My telephone")).ToBeVisibleAsync();
        await Axe.AssertNoneAsync(visit);
        await visit.Field("Name of My telephone").FillAsync("My other telephone");
        await visit.Button("Rename My telephone").ClickAsync();
        await Assertions.Expect(visit.Field("Name of My other telephone")).ToHaveValueAsync("My other telephone");
        await Assertions.Expect(visit.Field("Name of My telephone")).ToHaveCountAsync(0);

        await SignOutAsync(visit);
        string? sent = null, cookies = null;
        visit.Page.Request += async (_, request) =>
        {
            if (request.Method == "POST" && request.Url.Contains("/sign-in/passkey?", StringComparison.Ordinal))
                (sent, cookies) = (request.PostData, (await request.AllHeadersAsync())["cookie"]);
        };
        await visit.Button("Sign in with a passkey").ClickAsync();
        await Assertions.Expect(visit.Link("Waiting")).ToBeVisibleAsync();

        // Whoever listened in has the answer and what it was asked by.
        using var replay = new HttpClient { BaseAddress = new Uri(address) };
        using var again = new HttpRequestMessage(HttpMethod.Post, "/sign-in/passkey")
        {
            Content = new StringContent(sent!, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        again.Headers.Add("Cookie", cookies);
        var refused = await replay.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("That passkey was not taken.", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);

        await visit.Page.GotoAsync("/account/passkeys");
        await visit.Page.Locator("#removal-password").FillAsync(DemoAccounts.Password);
        await visit.Button("Remove it").ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("You have no passkey yet.")).ToBeVisibleAsync();
        await SignOutAsync(visit);
        await visit.Button("Sign in with a passkey").ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("That passkey was not taken.")).ToBeVisibleAsync();
    }

    private static async Task SignOutAsync(Visit visit)
    {
        await visit.Page.Locator(".shell-me > summary").ClickAsync();
        await visit.Button("Sign out").ClickAsync();
        await Assertions.Expect(visit.Heading("Sign in")).ToBeVisibleAsync();
    }
}
