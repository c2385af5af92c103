using Answerable.App.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.App.Home;

internal sealed class HomeModule : IModule
{
    public void AddTo(IServiceCollection services) => services
        .AddSingleton(provider => new NeedTopics(provider.GetServices<INeeds>()))
        .AddSingleton<IFirstStep, CentreSaid>()
        .Offers(typeof(FirstHour), typeof(WhatNeedsMe), typeof(PlacesNamed));
}
