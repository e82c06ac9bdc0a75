using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Activities;

/// <summary>A kind that may hold back what people sent until somebody has read and approved it.</summary>
public interface IHoldsBack
{
    /// <summary>How much of it waits in a workshop, of all its activities.</summary>
    long WaitingIn(Reads reads, long workshop);
}
