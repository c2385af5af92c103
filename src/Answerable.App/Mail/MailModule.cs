using Answerable.App.Acts;
using Answerable.App.Operations;
using Answerable.App.Storage;
using Answerable.App.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Mail;

internal sealed class MailModule : IModule
{
    public void AddTo(IServiceCollection services) => services
        .AddSingleton(new MailTrust()).AddSingleton<SmtpPost>().AddSingleton<IStands, MailStands>()
        .AddSingleton(new NotCompared("mail, and the sender, user name and password of the mail server", "nothing of them is told",
            typeof(LetterRow)))
        .AddSingleton(MailSettingsRow.Wrapped).AddSingleton(LetterRow.Wrapped)
        .AddSingleton<IOnRestore, LettersRestored>()
        .Performs(typeof(SendLetter)).CallsRound(nameof(LayLetterDown), "Removing letters too old to be sent")
        .Offers(typeof(ChangeMailSettings), typeof(MailSettings), typeof(SendTestMail), typeof(MailReady), typeof(LayLetterDown));

    public void AddToServer(IServiceCollection services) => services.DoesEachMinute(new LayLetterDown());
}
