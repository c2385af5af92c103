using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.App.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Keys;

internal sealed class KeysModule : IModule
{
    public void AddTo(IServiceCollection services) => services
        .AddSingleton<IEndWithPerson, KeysEndWithPerson>()
        .AddSingleton(provider => new KeyRing(
            provider.GetRequiredService<IDbContextFactory<AnswerableDb>>(),
            provider.GetRequiredService<Writer>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IComparison, KeysCompared>()
        .AddSingleton(new NotCompared("the secrets of keys", "nothing of them is told"))
        .Offers(
            typeof(CreateKey),
            typeof(RevokeKey),
            typeof(KeyList));
}
