namespace WorkshopHub.Web.Shared;

/// <summary>Addresses made from the one that was asked for.</summary>
public static class QueryAddress
{
    /// <summary>The query without the handler that a form was sent to: for a link that shows the page afresh.</summary>
    public static QueryString AddressWithoutHandler(this IQueryCollection query) =>
        QueryString.Create(query.Where(part => part.Key != "handler"));
}
