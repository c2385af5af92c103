using Answerable.App.Mail;
using Answerable.App.People;
using Answerable.DatabaseTests.Acts;
using Answerable.Model;

namespace Answerable.DatabaseTests.Mail;

internal sealed class MailSamples : IActSamples
{
    public IReadOnlyDictionary<Type, Func<ActStage, Task>> Samples { get; } = new Dictionary<Type, Func<ActStage, Task>>
    {
        [typeof(ChangeMailSettings)] = stage => SetUpAsync(stage, PostOffice.FreePort()),
        [typeof(SendTestMail)] = async stage =>
        {
            await using var office = new PostOffice(tls: false);
            await SetUpAsync(stage, office.Port);
            await stage.Must(new SendTestMail("stage@stage.example"));
        },
        [typeof(LayLetterDown)] = stage => stage.Must(new LayLetterDown()),
        [typeof(MailInvitation)] = async stage =>
        {
            await SetUpAsync(stage, PostOffice.FreePort());
            var person = (await stage.PersonAsync()).Id;
            var token = (await stage.Must(new RenewInvitation(person))).Token;
            await stage.Must(new MailInvitation(person, token, $"https://stage.example/invitations/{token}"));
        },
    };

    private static Task<Done> SetUpAsync(ActStage stage, int port) =>
        stage.Must(new ChangeMailSettings("localhost", port, MailSecurity.None, "", "", "centre@stage.example", "Stage"));
}
