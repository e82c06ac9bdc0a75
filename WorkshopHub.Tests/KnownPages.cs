using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace WorkshopHub.Tests;

/// <summary>
/// What each program finds out by reflection when it starts, of each page: its address, handlers, parameters, filters and attributes.
/// It hangs on no setting and no file, is the same in all programs of a run, and is found out once here; each has copies of its own.
/// </summary>
internal sealed class KnownPages(IActionDescriptorProvider real) : IActionDescriptorProvider
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyList<RazorCompiledItem>> _views = [];

    private static List<CompiledPageActionDescriptor>? _pages;

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

        var first = services.First(service => service.ServiceType == typeof(IActionDescriptorProvider)
            && service.ImplementationType?.Name == "CompiledPageActionDescriptorProvider");
        services[services.IndexOf(first)] = ServiceDescriptor.Singleton<IActionDescriptorProvider>(provider => new KnownPages(
            (IActionDescriptorProvider)ActivatorUtilities.CreateInstance(provider, first.ImplementationType!)));
    }

    /// <inheritdoc />
    public void OnProvidersExecuting(ActionDescriptorProviderContext context)
    {
        if (_pages is null)
        {
            var found = new ActionDescriptorProviderContext();
            real.OnProvidersExecuting(found);
            _pages = [.. found.Results.Cast<CompiledPageActionDescriptor>()];
        }

        _pages.ForEach(page => context.Results.Add(Copy(page)));
    }

    /// <inheritdoc />
    public void OnProvidersExecuted(ActionDescriptorProviderContext context) => real.OnProvidersExecuted(context);

    /// <summary>A program keeps with a page what it made for it, filters and how it is run, and later providers write into it.</summary>
    private static CompiledPageActionDescriptor Copy(CompiledPageActionDescriptor like) => new(like)
    {
        ActionConstraints = like.ActionConstraints,
        AttributeRouteInfo = like.AttributeRouteInfo,
        BoundProperties = like.BoundProperties,
        DeclaredModelTypeInfo = like.DeclaredModelTypeInfo,
        DisplayName = like.DisplayName,
        EndpointMetadata = like.EndpointMetadata,
        FilterDescriptors = [.. like.FilterDescriptors],
        HandlerMethods = like.HandlerMethods,
        HandlerTypeInfo = like.HandlerTypeInfo,
        ModelTypeInfo = like.ModelTypeInfo,
        PageTypeInfo = like.PageTypeInfo,
        Parameters = like.Parameters,
        Properties = new Dictionary<object, object?>(like.Properties),
        RouteValues = new Dictionary<string, string?>(like.RouteValues, StringComparer.OrdinalIgnoreCase),
    };

    private sealed class KnownViews(string name, IReadOnlyList<RazorCompiledItem> items) : ApplicationPart, IRazorCompiledItemProvider
    {
        public override string Name => name;

        public IEnumerable<RazorCompiledItem> CompiledItems => items;
    }
}
