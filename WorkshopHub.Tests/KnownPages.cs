using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace WorkshopHub.Tests;

/// <summary>
/// What each program finds out by reflection when it starts, of each page: its handlers, parameters and attributes. It is the
/// same in all programs of a run, took a fifth of their work, and is found out once here; each has a copy of its own.
/// </summary>
internal sealed class KnownPages(IPageApplicationModelProvider real) : IPageApplicationModelProvider
{
    private static readonly ConcurrentDictionary<TypeInfo, PageApplicationModel> _pages = [];

    private static readonly ConcurrentDictionary<Assembly, IReadOnlyList<RazorCompiledItem>> _views = [];

    /// <inheritdoc />
    public int Order => real.Order;

    /// <summary>Puts what is known in place of what would be found out again.</summary>
    public static void Use(IServiceCollection services)
    {
        var parts = services.Select(service => service.ImplementationInstance).OfType<ApplicationPartManager>().Single().ApplicationParts;
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is CompiledRazorAssemblyPart part)
            {
                parts[i] = new KnownViews(part.Name, _views.GetOrAdd(part.Assembly, _ => [.. ((IRazorCompiledItemProvider)part).CompiledItems]));
            }
        }

        var first = services.First(service => service.ServiceType == typeof(IPageApplicationModelProvider)
            && service.ImplementationType?.Name == "DefaultPageApplicationModelProvider");
        services[services.IndexOf(first)] = ServiceDescriptor.Singleton<IPageApplicationModelProvider>(provider => new KnownPages(
            (IPageApplicationModelProvider)ActivatorUtilities.CreateInstance(provider, first.ImplementationType!)));
    }

    /// <inheritdoc />
    public void OnProvidersExecuting(PageApplicationModelProviderContext context)
    {
        if (_pages.TryGetValue(context.PageType, out var known))
        {
            context.PageApplicationModel = Copy(known, context.ActionDescriptor);
            return;
        }

        real.OnProvidersExecuting(context);
        _pages[context.PageType] = Copy(context.PageApplicationModel, context.ActionDescriptor);
    }

    /// <inheritdoc />
    public void OnProvidersExecuted(PageApplicationModelProviderContext context) => real.OnProvidersExecuted(context);

    /// <summary>Conventions and later providers write into a model, so none is shared.</summary>
    private static PageApplicationModel Copy(PageApplicationModel like, PageActionDescriptor action)
    {
        var copy = new PageApplicationModel(action, like.DeclaredModelType!, like.HandlerType, like.HandlerTypeAttributes)
        {
            PageType = like.PageType,
            ModelType = like.ModelType,
        };
        foreach (var filter in like.Filters)
        {
            copy.Filters.Add(filter);
        }

        foreach (var property in like.Properties)
        {
            copy.Properties.Add(property);
        }

        foreach (var method in like.HandlerMethods)
        {
            copy.HandlerMethods.Add(new PageHandlerModel(method) { Page = copy });
        }

        foreach (var property in like.HandlerProperties)
        {
            copy.HandlerProperties.Add(new PagePropertyModel(property) { Page = copy });
        }

        return copy;
    }

    private sealed class KnownViews(string name, IReadOnlyList<RazorCompiledItem> items) : ApplicationPart, IRazorCompiledItemProvider
    {
        public override string Name => name;

        public IEnumerable<RazorCompiledItem> CompiledItems => items;
    }
}
