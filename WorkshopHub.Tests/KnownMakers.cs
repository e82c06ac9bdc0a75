using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace WorkshopHub.Tests;

/// <summary>
/// What a program compiles at the first request of each page, to make it, its model and what it is put together from. It takes
/// services from each request and is the same in all programs of a run.
/// </summary>
internal sealed class KnownMakers(IRazorPageFactoryProvider parts, IPageFactoryProvider pages, IPageModelFactoryProvider models)
    : IRazorPageFactoryProvider, IPageFactoryProvider, IPageModelFactoryProvider
{
    private readonly ConcurrentDictionary<string, RazorPageFactoryResult> _parts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<TypeInfo, Func<PageContext, ViewContext, object>> _pages = [];
    private readonly ConcurrentDictionary<TypeInfo, Func<PageContext, object>?> _models = [];

    /// <summary>What the first program makes them with, for all others.</summary>
    public static ServiceDescriptor[] Of(IServiceProvider first)
    {
        var makers = new KnownMakers(
            first.GetRequiredService<IRazorPageFactoryProvider>(),
            first.GetRequiredService<IPageFactoryProvider>(),
            first.GetRequiredService<IPageModelFactoryProvider>());
        return
        [
            ServiceDescriptor.Singleton<IRazorPageFactoryProvider>(makers),
            ServiceDescriptor.Singleton<IPageFactoryProvider>(makers),
            ServiceDescriptor.Singleton<IPageModelFactoryProvider>(makers),
        ];
    }

    /// <inheritdoc />
    public RazorPageFactoryResult CreateFactory(string relativePath) => _parts.GetOrAdd(relativePath, parts.CreateFactory);

    /// <inheritdoc />
    public Func<PageContext, ViewContext, object> CreatePageFactory(CompiledPageActionDescriptor descriptor) =>
        _pages.GetOrAdd(descriptor.PageTypeInfo, _ => pages.CreatePageFactory(descriptor));

    /// <inheritdoc />
    public Action<PageContext, ViewContext, object>? CreatePageDisposer(CompiledPageActionDescriptor descriptor) => pages.CreatePageDisposer(descriptor);

    /// <inheritdoc />
    public Func<PageContext, ViewContext, object, ValueTask>? CreateAsyncPageDisposer(CompiledPageActionDescriptor descriptor) =>
        pages.CreateAsyncPageDisposer(descriptor);

    /// <inheritdoc />
    public Func<PageContext, object>? CreateModelFactory(CompiledPageActionDescriptor descriptor) =>
        _models.GetOrAdd(descriptor.PageTypeInfo, _ => models.CreateModelFactory(descriptor));

    /// <inheritdoc />
    public Action<PageContext, object>? CreateModelDisposer(CompiledPageActionDescriptor descriptor) => models.CreateModelDisposer(descriptor);

    /// <inheritdoc />
    public Func<PageContext, object, ValueTask>? CreateAsyncModelDisposer(CompiledPageActionDescriptor descriptor) =>
        models.CreateAsyncModelDisposer(descriptor);
}
