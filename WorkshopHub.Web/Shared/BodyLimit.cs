using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;

namespace WorkshopHub.Web.Shared;

/// <summary>
/// Answers 413 to whatever is larger than a page takes, before anything of it is read as a form. What comes is read to its
/// end all the same, because a browser that is cut off while it sends shows a broken line instead of our answer.
/// </summary>
internal sealed class BodyLimit(RequestDelegate next)
{
    /// <summary>What any page takes, in bytes: far more than a post or a form of ours needs.</summary>
    public const long Ordinary = 256 * 1024;

    /// <summary>What a page takes that asks for a whole list, in bytes as sent: about 2 MB as it is typed.</summary>
    public const long List = 4 * 1024 * 1024;

    /// <summary>How much is read only to be thrown away, in bytes; beyond it the line is cut.</summary>
    public const long Drained = 64 * 1024 * 1024;

    public async Task InvokeAsync(HttpContext http)
    {
        var limit = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Ordinary;
        var body = http.Request.Body;
        if (await FitsAsync(http, limit))
        {
            await next(http);
            return;
        }

        await ThrowAwayAsync(http, body);
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }

    /// <summary>Whether it fits. Where nothing says how long it is, it is read first and then handed on.</summary>
    private static async Task<bool> FitsAsync(HttpContext http, long limit)
    {
        if (http.Request.ContentLength is { } length)
        {
            return length <= limit;
        }

        if (!Writes(http.Request.Method) || http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true)
        {
            return true;
        }

        Allow(http, Drained);
        http.Request.EnableBuffering((int)Ordinary, limit);
        try
        {
            await http.Request.Body.DrainAsync(http.RequestAborted);
            http.Request.Body.Position = 0;
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task ThrowAwayAsync(HttpContext http, Stream body)
    {
        Allow(http, Drained);
        try
        {
            await body.DrainAsync(http.RequestAborted);
        }
        catch (IOException)
        {
            // Larger than we care to read, or the line is gone: the answer goes out for whoever still hears it.
        }

        // The page of the answer must not meet the body again.
        http.Request.Body = Stream.Null;
        http.Request.ContentLength = 0;
        http.Request.ContentType = null;
    }

    private static bool Writes(string method) =>
        HttpMethods.IsPost(method) || HttpMethods.IsPut(method) || HttpMethods.IsPatch(method) || HttpMethods.IsDelete(method);

    private static void Allow(HttpContext http, long bytes)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = bytes;
        }
    }
}
