using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Shared;

/// <summary>Which status a failure that nobody caught becomes.</summary>
public static class Failures
{
    /// <summary>413 and the like from the server itself, 503 from a busy writer, otherwise 500.</summary>
    public static int StatusOf(Exception failure) => failure switch
    {
        BadHttpRequestException request => request.StatusCode,
        BusyException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
