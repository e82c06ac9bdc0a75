using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>A room that keeps something for a person which goes with them: a calendar's address, an answer to an invitation.</summary>
public interface IPersonGoes
{
    /// <summary>The person is deleted, in the same command.</summary>
    void Gone(Writes writes, long person);
}
