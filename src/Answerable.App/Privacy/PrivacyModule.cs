using Answerable.App.Acts;
using Answerable.App.Storage;
using Answerable.App.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Privacy;

internal sealed class PrivacyModule : IModule
{
    public void AddTo(IServiceCollection services) => services
        .AddSingleton(PersonalKeyRow.Wrapped).AddSingleton(SecretRow.Wrapped)
        .AddSingleton(SecretRow.Needed).AddSingleton(LookRulesRow.Needed)
        .AddSingleton<Witness>().AddSingleton<IWitness>(provider => provider.GetRequiredService<Witness>())
        .AddHostedService(provider => provider.GetRequiredService<Witness>())
        .AddSingleton<IFirstWrapping, SealedAnew>().AddSingleton<IComparison, TextsCompared>()
        .AddSingleton<IComparison, LooksCompared>().AddSingleton<IComparison, LookRulesCompared>()
        .AddSingleton(new NotCompared("which customer has which reference", "references are sealed, and the journal is told none",
            typeof(CustomerRow), typeof(SecretRow)))
        .AddSingleton(provider => new ErasureWiped(
            provider.GetRequiredService<Dialect>(), provider.GetServices<IEraseToo>())).Performs(typeof(WipeErased))
        .CallsRound(nameof(ForgetLooks), "Removing old records of who looked at customers' data")
        .Offers(typeof(KnowCustomers), typeof(EraseCustomer), typeof(ErasureStanding), typeof(ErasureForeseen),
            typeof(WhoLooked), typeof(SoughtCustomer), typeof(LookRules), typeof(ChangeLookRules), typeof(ForgetLooks));

    public void AddToServer(IServiceCollection services) => services.DoesEachMinute(new ForgetLooks());
}
